const controls = new Set([
  ...["link", "button", "textbox", "searchbox", "combobox", "checkbox", "radio", "switch", "spinbutton", "slider"],
  ...["tab", "menuitem", "option"],
]);

interface Heard {
  readonly role: string;
  readonly name: string;
  readonly level: number;
  readonly inRow: boolean;
  readonly inHead: boolean;
  readonly url: string;
}

/** What is told of each thing on a page to those who listen, from Playwright's `ariaSnapshot()`. */
function heardIn(snapshot: string): readonly Heard[] {
  const lines = snapshot.split("\n");
  const above: { readonly depth: number; readonly role: string }[] = [];
  return lines.flatMap((line, at) => {
    const [, indent = "", rest = ""] = /^( *)- (.*)$/.exec(line) ?? [];
    const told = rest.startsWith("'") ? rest.slice(1).replaceAll("''", "'") : rest;
    const [, role = "", quoted] = /^([a-z]+)(?: ("(?:[^"\\]|\\.)*"))?/.exec(told) ?? [];
    if (role === "") return [];
    while ((above.at(-1)?.depth ?? -1) >= indent.length) above.pop();
    const roles = above.map((each) => each.role);
    above.push({ depth: indent.length, role });
    return [
      {
        role,
        name: quoted === undefined ? "" : JSON.parse(quoted),
        level: Number(/\[level=(\d)\]/.exec(told)?.[1] ?? 0),
        inRow: roles.includes("row"),
        inHead: roles.includes("columnheader"),
        url: /^ *- \/url: (.*)$/.exec(lines[at + 1] ?? "")?.[1] ?? "",
      },
    ];
  });
}

/** Clauses are named by their number wherever they are cited. */
const isClause = (name: string): boolean => /^[A-Z]+-\d+$/.test(name);

/** What would leave somebody who listens without a way: no title, a gap in the headings, controls that say nothing or the same. */
export function faultsHeard(snapshot: string, where: string): readonly string[] {
  const heard = heardIn(snapshot);
  const headings = heard.filter(({ role }) => role === "heading");
  const titles = headings.filter(({ level }) => level === 1).length;
  const skipped = headings.filter(({ level }, at) => level > (headings[at - 1]?.level ?? level) + 1);
  const nameless = heard.filter(({ role, name }) => controls.has(role) && name === "");
  const places = new Map<string, Set<string>>();
  for (const { role, name, url, inRow, inHead } of heard) {
    // A row, and the head of a column, say of what.
    if (role !== "link" || inRow || inHead || isClause(name)) continue;
    places.set(name, (places.get(name) ?? new Set()).add(url));
  }
  return [
    ...(titles === 1 ? [] : [`${where} has ${titles} titles`]),
    ...skipped.map(({ name, level }) => `${where}: a level is left out before "${name}" (${level})`),
    ...nameless.map(({ role, url }) => `${where}: a ${role} without a name ${url}`),
    ...[...places].flatMap(([name, urls]) =>
      urls.size < 2 ? [] : [`${where}: "${name}" leads to ${[...urls].join(" and to ")}`],
    ),
  ];
}
