/** Web addresses that cannot be followed safely: as `rightdoor.records.checks.url_not_safe`. */

import { error, texts } from "./frame.js";

const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}$/;
const BARE = /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/[^\s]*)?$/i;
const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:/;
const AMISS = /[ \\<>"{}|^`]|[\p{C}\p{Z}]/u;
const COPY = "Copy it again from the browser's address bar.";

/** Addresses that are refused, with the reason. */
export function urlsNotSafe(entry) {
  return texts(entry, "url", "website", "webchat", "source").flatMap(([path, address]) => {
    const field = path[path.length - 1];
    if ((field === "webchat" && address === "yes") || (field === "source" && !SCHEME.test(address))) return [];
    const fault = faultOf(address);
    return fault ? error("url-not-safe", path, ...fault) : [];
  });
}

/** What is wrong with an address, and what to type; null when nothing is. */
function faultOf(address) {
  const { scheme, place } = parts(address);
  if (!["https", "http"].includes(scheme) || !place) {
    return [`The address ${address} does not begin with https:// or http://.`, withScheme(address)];
  }
  if (place.includes("@")) {
    return ["The address holds a user name or password before an @.", "Type it without that part."];
  }
  if (AMISS.test(address)) {
    return [`The address ${address} holds a space or another sign that addresses do not have.`, COPY];
  }
  const [, host, port] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/.exec(place) ?? [null, place];
  if (port && !(/^[0-9]+$/.test(port) && Number(port) <= 65535)) return [`The address ${address} cannot be read.`, COPY];
  if (port && ![80, 443].includes(Number(port))) {
    return [`The address ${address} leads to port ${Number(port)}, which pages for the public do not use.`, COPY];
  }
  if (HOST.test(host.toLowerCase())) return null;
  const named = host.toLowerCase().replace(/^\[|\]$/g, "");
  return [`The address ${address} does not name a public web site (${named || "nothing"} is not one).`, COPY];
}

/** What stands before the first colon, and between the two slashes and the next one. */
function parts(address) {
  const found = /^([A-Za-z][A-Za-z0-9+.-]*):(?:\/\/([^/?#]*))?/.exec(address);
  return { scheme: found?.[1].toLowerCase() ?? "", place: found?.[2] ?? "" };
}

function withScheme(address) {
  return BARE.test(address) ? `Type: https://${address}` : "Type an address that begins with https://";
}
