import classes from "./chart-patterns.module.css";

/** How the parts of a chart are told apart: by lightness and by pattern, so that colour is never needed. */
export const patterns = ["solid", "stripes", "dots", "plain", "empty"] as const;
export type Pattern = (typeof patterns)[number];

/** The fill of a part, for the chart's series. */
export const fillOf = (pattern: Pattern): string => `url(#pattern-${pattern})`;

/** What the fills refer to; stands within the chart. */
export function PatternDefinitions() {
  return (
    <defs>
      <pattern id="pattern-solid" width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" className={classes.strong} />
      </pattern>
      <pattern id="pattern-stripes" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="8" height="8" className={classes.pale} />
        <rect width="4" height="8" className={classes.middle} />
      </pattern>
      <pattern id="pattern-dots" width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" className={classes.pale} />
        <circle cx="4" cy="4" r="2" className={classes.strong} />
      </pattern>
      <pattern id="pattern-plain" width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" className={classes.quiet} />
      </pattern>
      <pattern id="pattern-empty" width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" className={classes.empty} />
      </pattern>
    </defs>
  );
}

/** What the patterns stand for, beside the chart. */
export function PatternLegend({
  entries,
}: {
  readonly entries: readonly { readonly pattern: Pattern; readonly label: string }[];
}) {
  return (
    <ul className={classes.legend}>
      {entries.map(({ pattern, label }) => (
        <li key={pattern}>
          <svg width="18" height="14" aria-hidden>
            <PatternDefinitions />
            <rect width="18" height="14" rx="2" fill={fillOf(pattern)} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
