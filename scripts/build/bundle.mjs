/** Bundles a program for browsers: one file with nothing left to import. */
import * as esbuild from "esbuild";

/** The oldest browsers that Bezint is built for, as esbuild names them. */
export const OLDEST = { chrome: "chrome120", firefox: "firefox140" };

/**
 * @param {object} program
 * @param {string} program.entry the file that it begins with
 * @param {string} program.outfile where to
 * @param {import("esbuild").Format} [program.format]
 * @param {string | string[]} [program.target] the browsers that must be able to run it
 * @param {import("esbuild").Plugin[]} [program.plugins]
 */
export function bundle({ entry, outfile, format = "esm", target = Object.values(OLDEST), plugins = [] }) {
  return esbuild.build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format,
    target,
    minify: true,
    legalComments: "none",
    logLevel: "warning",
    plugins,
  });
}
