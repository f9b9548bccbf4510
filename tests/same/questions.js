/** What every engine is asked: the drafts of the corpus, and random ones, the same in every run. */

/** How many random drafts. */
const RANDOM = 400;
const SEED = 20_261_124;

const AUDIENCES = ["self", "named", "group", "company", "followers", "public"];
const SITES = ["", "x", "linkedin", "www.example.org"];
const ROLES = [[], ["employee"], ["spokesperson", "press"]];
const TIMES = [0, 1_795_478_400, 1_900_000_000];

/** What drafts are made of: what detectors look for, what folding changes, and what is awkward in UTF-16. */
const PIECES = [
  ..."aZ 0-.@:/\n\t,!",
  ...["\r\n", ". ", "\r", "\u00a0", "\u200b", "\u200d", "\ufeff", "\u00ad", "\u202e", "\u2066", "\u2069", "\u0000"],
  ...["é", "e\u0301", "ﬁ", "ａ", "１２３", "а", "ѕ", "ß", "İ", "\u212a", "١٢", "한", "が", "が"],
  ...["🎉", "👩‍👩‍👧", "𝐁𝐒𝐍", "𝟐𝟕𝟒𝟓𝟏𝟗𝟑𝟖𝟎", "\ud83d", "\udf89", "\udc00\ud800"],
  ...["Neptunus", "neptun\u200bus", "BSN", "bsn: ", "274519380", "2745.19.380", "111222333", "4111 1111 1111 1111"],
  ...["NL91ABNA0417164300", "NL91 ABNA 0417 1643 00", "06-12345678", "+31 6 1234 5678", "jan@acme.example"],
  ...[
    "password: ",
    "wachtwoord is ",
    "Zomer2026!zomer",
    "-----BEGIN PRIVATE KEY-----",
    "http://intranet.acme.example/x",
  ],
  ...["strikt vertrouwelijk", "for internal use", "for example", "order ", "bijvoorbeeld", "launch"],
];

/** Numbers from 0 to 1, the same in every engine: xorshift. */
function* numbers(seed = SEED) {
  for (let state = seed; ; ) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    yield (state >>> 0) / 2 ** 32;
  }
}

/**
 * @typedef {object} Question
 * @property {number} policy Which of the policies.
 * @property {string} draft
 * @property {{ audience: string, site: string, roles: string[], time: number }} context
 */

/**
 * @param {string[]} corpus
 * @param {number} policies How many there are.
 * @returns {Question[]}
 */
export function questions(corpus, policies) {
  const source = numbers();
  const below = (/** @type {number} */ most) => Math.floor(Number(source.next().value) * most);
  /** @type {<T>(all: T[]) => T} */
  const one = (all) => /** @type {any} */ (all[below(all.length)]);
  const random = Array.from({ length: RANDOM }, () => Array.from({ length: below(24) }, () => one(PIECES)).join(""));
  return [...corpus, ...random].flatMap((draft) =>
    Array.from({ length: policies }, (_, policy) => {
      const context = { audience: one(AUDIENCES), site: one(SITES), roles: one(ROLES), time: one(TIMES) };
      return { policy, draft, context };
    }),
  );
}
