/** A lexicon file 词表: parsed when the program is built, so that words cost nothing at the start. */
declare module "*.yaml" {
  const data: unknown;
  export default data;
}
