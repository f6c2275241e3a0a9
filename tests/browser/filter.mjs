// Filters records outside a browser: a list of {services, filters, now} or {open, now} in, what each gives out.
import { readFileSync } from "node:fs";
import { countsOf, narrowed } from "../../docs/assets/javascripts/directory/filters.js";
import { clockOf, isOpen } from "../../docs/assets/javascripts/directory/hours.js";

const answered = JSON.parse(readFileSync(0, "utf-8")).map(({ services, filters, open, now }) => {
  const moment = new Date(now);
  if (!services) return isOpen(open ?? undefined, clockOf(moment));
  const matches = services.map((service) => ({ service }));
  const { kept, ...told } = narrowed(matches, filters, moment);
  return { ...told, kept: kept.map(({ service }) => service.id), counts: countsOf(matches, filters, moment) };
});
console.log(JSON.stringify(answered));
