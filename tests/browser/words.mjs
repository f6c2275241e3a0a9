// Compares our index of words with MiniSearch: reads {entries, boosts, queries, fields}, prints how both count each query.
import { readFileSync } from "node:fs";
import MiniSearch from "minisearch";
import { words } from "../../docs/assets/javascripts/common/text.js";
import { indexOfWords } from "../../docs/assets/javascripts/directory/index_of_words.js";

const { entries, boosts, queries, fields } = JSON.parse(readFileSync(0, "utf-8"));
const searchOptions = { prefix: (word) => word.length > 1, boost: boosts, bm25: { k: 1.2, b: 0.3, d: 0.5 }, ...(fields && { fields }) };
const theirs = new MiniSearch({ fields: Object.keys(boosts), tokenize: words, processTerm: (word) => word, searchOptions });
theirs.addAll(entries);
const ours = indexOfWords(entries, boosts);
const told = queries.map((query) => {
  const sought = words(query);
  const found = theirs.search(sought.join(" ")).map(({ id, score, queryTerms }) => [id, score, queryTerms.length / new Set(sought).size]);
  return { ours: ours(sought, fields).map(({ entry, score, share }) => [entry.id, score, share]), theirs: found };
});
console.log(JSON.stringify(told));
