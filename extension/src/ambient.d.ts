/// <reference types="chrome" />

/** The adapters of `sites/`, bundled by the build together with a company's own. */
declare module "bezint-sites" {
  const sites: import("./content/site.js").Adapter[];
  export default sites;
}

/** What the build knows of the company it is for. */
declare module "bezint-company" {
  const company: { key: string | null };
  export default company;
}
