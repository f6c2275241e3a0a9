/** Whether a service can be found where it is looked for: as `rightdoor.records.checks.area_not_stated`. */

import { everywhere, group, warning } from "./frame.js";

const GONE = ["inactive", "defunct"];

/** Nobody has said for which area a service is, so that it is always "check first". */
export function areaNotStated(entry) {
  const { kind, folder, data, world } = entry;
  const area = (world.areas ?? []).find((each) => each.id === folder);
  const stated = everywhere(entry).some(([, here]) => group(here.criteria).area !== undefined);
  if (kind !== "service" || !area || GONE.includes(data.status) || stated) return [];
  return warning(
    "area-not-stated",
    ["criteria", "area"],
    `Nobody has said for which area this is: ${area.name} lists it as “check first”.`,
    `Ask whom it takes. If people must live there, type area: {basis: home-address, areas: [${area.id}]} in criteria.`,
  );
}
