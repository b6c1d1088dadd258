import { formatDuration, type Policy } from "@cimpro/domain";
import { plural, t } from "@lingui/core/macro";
import { DataTable } from "../data-table/data-table.tsx";
import { formatMoney } from "../figures/money-text.ts";
import { Section } from "../page/section.tsx";
import { ClauseLink } from "../why/clause-link.tsx";

type Level = Policy["packages"]["levels"][number];

/** The labor packages that are sold, each with its sizes, access and roles (PKG-1). */
export function PackageTable({ policy, version }: { readonly policy: Policy; readonly version: number }) {
  const { levels, roles } = policy.packages;
  const sizes = (level: Level) => level.sizes.map((size) => sizeText(size, policy.currency));
  const roleNames = ({ fills }: Level) => fills.map(({ role }) => roles.find(({ id }) => id === role)?.title ?? role);
  return (
    <Section title={t`Labor packages`} note={<ClauseLink id="PKG-1" version={version} />} flush>
      <DataTable<Level>
        label={t`Labor packages`}
        rows={levels}
        rowKey={({ id }) => id}
        sort="fixed"
        fileName={`packages-${version}`}
        empty={null}
        columns={[
          { id: "package", label: t`Package`, show: ({ title }) => title, value: ({ title }) => title },
          {
            id: "sizes",
            label: t`Hours a month`,
            show: (level) => <Lines lines={sizes(level)} />,
            csv: (level) => sizes(level).join("; "),
          },
          {
            id: "portal",
            label: t`Portal access`,
            show: ({ portalWords }) => portalWords,
            csv: ({ portalWords }) => portalWords,
          },
          {
            id: "roles",
            label: t`Roles it can fill`,
            show: (level) => <Lines lines={roleNames(level)} />,
            csv: (level) => roleNames(level).join("; "),
          },
        ]}
      />
    </Section>
  );
}

function sizeText({ units, capMinutes, monthlyFee }: Level["sizes"][number], currency: Policy["currency"]): string {
  const hours = formatDuration(capMinutes);
  if (monthlyFee === null) return plural(units, { one: `# unit: ${hours}`, other: `# units: ${hours}` });
  const fee = formatMoney(monthlyFee, currency);
  return plural(units, { one: `# unit: ${hours} for ${fee}`, other: `# units: ${hours} for ${fee}` });
}

const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <div>
    {lines.map((line) => (
      <div key={line}>{line}</div>
    ))}
  </div>
);
