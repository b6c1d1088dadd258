import type { Policy } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Stack, TextInput, Title } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { Empty } from "../page/empty.tsx";
import { Section } from "../page/section.tsx";
import { ClauseCard } from "../why/clause-card.tsx";
import { areaName, areasOf } from "./clause-areas.ts";
import classes from "./clause-list.module.css";

const route = getRouteApi("/_app/policy");

/** Every rule in our wording; the one that was asked for is in view. */
export function ClauseList({ policy, version }: { readonly policy: Policy; readonly version: number }) {
  const { clause: asked, find = "" } = route.useSearch();
  const navigate = route.useNavigate();
  const search = useDebouncedCallback(
    (text: string) =>
      navigate({ search: (old) => ({ ...old, find: text || undefined }), replace: true, resetScroll: false }),
    200,
  );
  const wanted = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked === undefined) return;
    // After the router has put the new page to its top.
    const later = setTimeout(() => wanted.current?.scrollIntoView({ block: "center" }), 50);
    return () => clearTimeout(later);
  }, [asked]);
  const found = policy.clauses.filter(({ id, title, parts }) =>
    [id, title, ...parts.map(({ text }) => text)].join(" ").toLowerCase().includes(find.toLowerCase()),
  );
  const shown = found.length;
  const all = policy.clauses.length;
  return (
    <Section
      title={t`Clauses`}
      note={t`${shown} of ${all}`}
      actions={
        <TextInput
          aria-label={t`Find a clause`}
          placeholder={t`Find`}
          size="xs"
          leftSection={<IconSearch size={14} aria-hidden />}
          defaultValue={find}
          onChange={(event) => search(event.currentTarget.value)}
        />
      }
    >
      {found.length === 0 ? (
        <Empty title={t`No clause says that`} next={t`Try another word, or an id such as INV-5.`} />
      ) : (
        <Stack gap="lg">
          {areasOf(found).map(({ area, clauses }) => (
            <section key={area} aria-labelledby={`clauses-${area}`}>
              <Title order={3} id={`clauses-${area}`} className={classes.area ?? ""}>
                {areaName(area)}
              </Title>
              {clauses.map((clause) => (
                <div
                  key={clause.id}
                  ref={clause.id === asked ? wanted : undefined}
                  className={classes.clause}
                  data-asked={clause.id === asked || undefined}
                >
                  <ClauseCard clause={clause} documents={policy.documents} version={version} />
                </div>
              ))}
            </section>
          ))}
        </Stack>
      )}
    </Section>
  );
}
