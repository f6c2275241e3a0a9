/**
 * The records of the services that are compared: those of the areas answered, and else of the areas next to them, since
 * a practice near a border compares both sides.
 */

/** @param {(name: string) => Promise<any>} read @returns {Promise<any>} null where it cannot be read */
function maybe(read, name) {
  return read(name).catch(() => null);
}

/** What the neighbouring areas tell of the ids, with their long texts; nothing is read where nothing is missing. */
async function fromNextDoor(ids, { world, read }) {
  const found = new Map();
  for (const { id: area } of ids.length ? world.neighbours : []) {
    const [file, texts] = await Promise.all([maybe(read, `area/${area}`), maybe(read, `words/${area}`)]);
    for (const record of (file?.services ?? []).filter(({ id }) => ids.includes(id))) {
      found.set(record.id, record);
      const own = texts?.[record.place ? `${record.id}@${record.place}` : record.id];
      if (own) world.words.set(record.id, own);
    }
    if (ids.every((id) => found.has(id))) break;
  }
  return found;
}

/**
 * @param {string[]} ids @param {object} context whose world is there
 * @returns {Promise<{services: object[], missing: string[]}>} in the order of the ids
 */
export async function chosenServices(ids, { world, read }) {
  const names = ["national", ...Object.keys(world.chains)];
  // Here the long texts are half of what is compared, so the table waits for them.
  await Promise.all(names.map((name) => maybe(read, `words/${name}`).then((texts) => texts && world.addWords(texts))));
  const nextDoor = await fromNextDoor(ids.filter((id) => !world.services.has(id)), { world, read });
  const found = ids.map((id) => world.services.get(id) ?? nextDoor.get(id));
  return { services: found.filter(Boolean), missing: ids.filter((_, at) => !found[at]) };
}
