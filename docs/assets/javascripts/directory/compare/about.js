/** What each service is, with whatever should stop a hurried reader: shut, made up, not to be believed as it stands. */

import { shutWords } from "../../matching/flags.js";
import { row, said } from "./cells.js";
import { doubtOf } from "./trust.js";

const MADE_UP = "Made up: not a real service.";

/** @param {object[]} services records @param {object} world @returns {import("./cells.js").Row} */
export function aboutRow(services, world) {
  const { labels } = world.grammar;
  const cells = services.map((service) => {
    const shut = shutWords(service, world);
    return said(
      [labels.type[service.type] ?? service.type, service.organization].filter(Boolean).join(", "),
      shut && { text: service.status ? shut : `Not taking referrals now: ${shut.toLowerCase()}`, as: "stop" },
      service.fictional && { text: MADE_UP, as: "small" },
      doubtOf(service, "criteria", world),
    );
  });
  return row("about", "Service", cells);
}
