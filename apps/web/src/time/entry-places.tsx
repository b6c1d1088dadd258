import { formatDuration } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Fragment, type ReactNode } from "react";
import type { Entry } from "../api/answers.ts";
import { TextLink } from "../page/text-link.tsx";

/** Where the minutes of an entry went, or that they are still open. */
export function EntryPlaces({ entry }: { readonly entry: Entry }) {
  if (entry.reversedOn !== null) return <Trans>reversed</Trans>;
  if (!entry.billable) return <Trans>not billable</Trans>;
  if (entry.settledElsewhere) return <Trans>settled elsewhere</Trans>;
  const places: { key: string; minutes: number; where: ReactNode }[] = entry.slices.map((slice) => ({
    key: `${slice.kind} ${slice.invoice ?? slice.allowance ?? ""} ${slice.line ?? ""}`,
    minutes: slice.minutes,
    where: <Place slice={slice} />,
  }));
  if (entry.openMinutes > 0) places.push({ key: "open", minutes: entry.openMinutes, where: t`not billed yet` });
  return (
    <>
      {places.map(({ key, minutes, where }, at) => (
        <Fragment key={key}>
          {at === 0 ? "" : ", "}
          {places.length === 1 ? "" : `${formatDuration(minutes)} `}
          {where}
        </Fragment>
      ))}
    </>
  );
}

function Place({ slice }: { readonly slice: Entry["slices"][number] }) {
  if (slice.kind === "invoice" && slice.invoice !== undefined)
    return (
      <TextLink
        to="/invoices/$number"
        params={{ number: slice.invoice }}
        search={slice.line === undefined ? {} : { why: `line-${slice.line}` }}
      >
        {slice.invoice}
      </TextLink>
    );
  if (slice.kind === "deposit") return t`deposit`;
  return slice.kind === "allowance" ? t`allowance` : t`written off`;
}
