/** What an entry is called: the id made from its name, and the file it is kept in. */

const LONGEST = 60;

/**
 * The id that a name gives: the twin of `rightdoor.records.ids.id_of`.
 *
 * @param {string} name @returns {string} small letters, digits and single hyphens, at most 60; "" where nothing is left
 */
export function idOf(name) {
  const plain = name
    .replace(/&/g, " and ")
    .replace(/ß/g, "ss")
    .normalize("NFKD")
    .replace(/[\p{M}'’‘`]/gu, "")
    .toLowerCase();
  const id = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  if (id.length <= LONGEST) return id;
  const end = id.lastIndexOf("-", LONGEST);
  return id.slice(0, end > 0 ? end : LONGEST);
}

/**
 * The file of an entry below the project's folder.
 *
 * @param {string} kind "service" or "organization"
 * @param {{name?: string}} data
 * @param {string} folder of a service: the id of its area, or "national"
 * @param {string} [id] where it has one already
 * @returns {string} such as "directory/services/northvale/northvale-talking-therapies.yaml"
 */
export function fileOf(kind, data, folder, id = idOf(data.name ?? "")) {
  return `directory/${kind}s/${kind === "service" ? `${folder}/` : ""}${id}.yaml`;
}
