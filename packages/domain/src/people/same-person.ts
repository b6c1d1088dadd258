/** Somebody the books know: a user of the practice or of an account, or one of the customer's people. */
export interface KnownPerson {
  /** Tells people apart who have one name: `user:…`, `person:…`. */
  readonly identity: string;
  readonly name: string;
}

/** Somebody who is named: with an identity where the books know them. */
export interface NamedPerson {
  readonly person: string;
  readonly identity?: string | undefined;
}

export type Likeness =
  | "same"
  | "other"
  /** One spelling may be short for the other, or a slip: nobody can tell. */
  | "unclear";

/**
 * Whether two people are one. Who is known is told apart by identity, however the names are spelled; else the names
 * decide: case, accents, order and spaces make no other person, and initials or half a name no certain one.
 */
export function likenessOf(a: NamedPerson, b: NamedPerson): Likeness {
  if (a.identity !== undefined && b.identity !== undefined) return a.identity === b.identity ? "same" : "other";
  return likenessOfNames(a.person, b.person);
}

export type MeantPerson =
  | { readonly kind: "known"; readonly person: KnownPerson }
  | { readonly kind: "new" }
  | { readonly kind: "unclear"; readonly candidates: readonly string[] };

/** Which of the known people a spelling means: the one of that name, else the only one it may be short for. */
export function personMeant(said: string, known: readonly KnownPerson[]): MeantPerson {
  const of = (wanted: Likeness) => known.filter(({ name }) => likenessOfNames(said, name) === wanted);
  const [same, ...namesakes] = of("same");
  if (same !== undefined && namesakes.length === 0) return { kind: "known", person: same };
  if (same !== undefined) return { kind: "unclear", candidates: [same, ...namesakes].map(({ name }) => name) };
  const [like, ...others] = of("unclear");
  if (like === undefined) return { kind: "new" };
  if (others.length > 0) return { kind: "unclear", candidates: [like, ...others].map(({ name }) => name) };
  return isShortFor(said, like.name) ? { kind: "known", person: like } : { kind: "unclear", candidates: [like.name] };
}

function likenessOfNames(a: string, b: string): Likeness {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  if (first.toSorted().join(" ") === second.toSorted().join(" ")) return "same";
  return isShort(first, second) || isShort(second, first) || isSlip(first, second) ? "unclear" : "other";
}

const isShortFor = (short: string, long: string): boolean => isShort(wordsOf(short), wordsOf(long));

/** `Łukasz  O’Neil, Jr.` → `lukasz`, `o'neil`, `jr`. */
const wordsOf = (name: string): readonly string[] =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}+/gu, "")
    .replaceAll("ł", "l")
    .replaceAll("ø", "o")
    .replaceAll("ß", "ss")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .split(" ");

/** Every word of the one is a word of the other, or its initial; or the one is the other's initials. */
function isShort(short: readonly string[], long: readonly string[]): boolean {
  if (short.length === 1 && long.length > 1 && short[0] === long.map((word) => word.slice(0, 1)).join("")) return true;
  if (short.length > long.length) return false;
  const left = [...long];
  // Whole words first, so that an initial takes none that another word needs.
  for (const word of short.toSorted((a, b) => b.length - a.length)) {
    const at = left.findIndex((each) => each === word || isInitialOf(word, each) || isInitialOf(each, word));
    if (at < 0) return false;
    left.splice(at, 1);
  }
  return true;
}

/** A single letter; a figure is short for nothing. */
const isInitialOf = (letter: string, word: string): boolean => /^\p{L}$/u.test(letter) && word.startsWith(letter);

/** One word has one letter wrong, missing, too many or swapped, past its first, and is long enough to tell. */
function isSlip(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  const [at, ...others] = a.flatMap((word, place) => (word === b[place] ? [] : [place]));
  return at !== undefined && others.length === 0 && isSlipOfWord(a[at] ?? "", b[at] ?? "");
}

function isSlipOfWord(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 4 || /\p{N}/u.test(short + long) || long.length - short.length > 1 || short[0] !== long[0])
    return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const [restShort, restLong] = [short.slice(at), long.slice(at)];
  if (long.length > short.length) return restShort === restLong.slice(1);
  const swapped = `${restLong.slice(1, 2)}${restLong.slice(0, 1)}${restLong.slice(2)}`;
  return restShort.slice(1) === restLong.slice(1) || restShort === swapped;
}
