/** Where a finished entry can be sent: the repository's page for a new file, or somebody's mailbox. */

/** GitHub answers a longer address with an error page (measured: 8,192 bytes with everything that goes with it). */
const LONGEST_ADDRESS = 7500;
/** Mail programs cut longer ones off: the file itself is then to be attached. */
const LONGEST_LETTER = 1800;

/**
 * The repository's page for a new file with everything filled in.
 *
 * @param {{repository?: {new?: string} | null}} world
 * @param {string} file such as "directory/services/northvale/x.yaml" @param {string} text of it
 * @returns {string | null} null where there is no repository, or the address would be longer than GitHub takes
 */
export function newFileAddress(world, file, text) {
  const start = world.repository?.new;
  // GitLab's page (its addresses have `/-/`) takes the name of a file from an address, and never its text.
  if (!start || start.includes("/-/")) return null;
  const address = `${start}?filename=${encodeURIComponent(file)}&value=${encodeURIComponent(text)}`;
  return address.length > LONGEST_ADDRESS ? null : address;
}

/**
 * A letter with the entry in it; where that is too long for mail programs, one that asks to attach the file.
 *
 * @param {{email?: string | null}} world @param {string} file @param {string} text
 * @returns {string | null} a `mailto:` address; null where the site names no mailbox
 */
export function mailAddress(world, file, text) {
  if (!world.email) return null;
  const name = file.slice(file.lastIndexOf("/") + 1);
  const letter = (words) =>
    `mailto:${encodeURIComponent(world.email).replace("%40", "@")}` +
    `?subject=${encodeURIComponent(`Entry: ${name}`)}&body=${encodeURIComponent(words.replace(/\r?\n/g, "\r\n"))}`;
  const whole = letter(`${file}\n\n${text}`);
  return whole.length > LONGEST_LETTER ? letter(`${file}\n\nPlease attach the file ${name} to this letter.\n`) : whole;
}
