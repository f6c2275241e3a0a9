/** Services that are called at once, about which nothing may ask a reader to wait: the twin of `rightdoor.pages.urgent`. */

import { own } from "../matching/table.js";

const AT_ONCE = Object.freeze(["emergency", "crisis-line"]);
const HELPLINE = "helpline";
const CRISIS = "crisis";

function isCrisisNeed(need, { needs, crisis_needs: checked }) {
  return (own(needs, need) ?? []).some((each) => each === CRISIS || checked.includes(each));
}

/** @returns {boolean} whether a service is for a crisis: by its kind, as a route of the area, or as a national crisis helpline */
export function isUrgent({ id, type, national, needs = [] }, { crisis, grammar }) {
  if (AT_ONCE.includes(type) || crisis.some((route) => route.id === id)) return true;
  return Boolean(national) && type === HELPLINE && needs.some((need) => isCrisisNeed(need, grammar));
}

/** @returns {boolean} whether to speak of referrals: not of what one simply calls, nor of a crisis service that has said nothing */
export function isReferredTo(service, world) {
  if (service.via) return true;
  if (service.type === HELPLINE || AT_ONCE.includes(service.type)) return false;
  return Boolean(service.intake) || !isUrgent(service, world);
}
