/** Addresses of the site's pages, from the page that is open; in the one-file pack, places within the file. */

/** @returns {boolean} whether this is the pack, which has no other pages */
export function inPack() {
  return document.getElementById("rd-pack") !== null;
}

/**
 * @param {string} base path from the page to the root of the site, such as "../../"
 * @returns addresses by id; `need` in an area, or everywhere when the area is ""; `home`, `compare` and `refused` take
 *   the answers as a fragment without "#"
 */
export function links(base) {
  return inPack() ? packed : paged(base);
}

function paged(base) {
  const topic = (folder) => (area, slug) => `${base}${area ? `areas/${area}/` : ""}${folder}/${slug}/`;
  const page = (address) => (hash = "") => `${base}${address}${hash && `#${hash}`}`;
  return Object.freeze({
    service: (id) => `${base}services/${id}/`,
    refer: (id) => `${base}services/${id}/refer/`,
    patient: (id) => `${base}services/${id}/patient/`,
    area: (id) => (id ? `${base}areas/${id}/` : `${base}areas/`),
    need: topic("needs"),
    type: topic("types"),
    home: page(""),
    compare: page("compare/"),
    refused: page("refused/"),
  });
}

/** A part of the pack: answers go along in the fragment, and `at` says where they are to be read. */
const part = (id) => (hash = "") => (hash ? `#${hash}&at=${id}` : `#${id}`);

const packed = Object.freeze({
  service: (id) => `#service-${id}`,
  refer: (id) => `#refer-${id}`,
  patient: (id) => `#patient-${id}`,
  area: (id) => (id ? `#area-${id}` : "#areas"),
  need: (area, slug) => `#need-${slug}`,
  type: (area, slug) => `#type-${slug}`,
  home: part("finder"),
  compare: part("compare"),
  refused: part("refused"),
});
