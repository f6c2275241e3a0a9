/** Fetches the directory's data files, each once. */

/**
 * @param {string} base path from the page to the root of the site, such as "../../"
 * @returns {(name: string) => Promise<any>} reads `data/search/<name>.json`; rejects when it cannot be read
 */
export function loader(base) {
  const asked = new Map();
  return (name) => {
    if (!asked.has(name)) {
      const answer = fetch(`${base}data/search/${name}.json`, { credentials: "omit" }).then((response) => {
        if (!response.ok) throw new Error(`data/search/${name}.json: ${response.status}`);
        return response.json();
      });
      // A failed request is forgotten, so that the next key press asks again.
      answer.catch(() => asked.delete(name));
      asked.set(name, answer);
    }
    return asked.get(name);
  };
}
