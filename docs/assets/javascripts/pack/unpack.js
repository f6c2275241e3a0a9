/** The data of a pack stands in it compressed: plain, it would take half of the two megabytes that a pack may have. */

/** Puts the data in the place of its packed form. Rejects in a browser that cannot unpack (those before 2020 to 2023). */
export async function unpack() {
  const $pack = document.getElementById("rd-pack");
  const bytes = Uint8Array.from(atob($pack.textContent), (letter) => letter.charCodeAt(0));
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream($pack.dataset.packed));
  $pack.textContent = await new Response(plain).text();
}
