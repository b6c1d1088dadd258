import { customerHats } from "@cimpro/domain";
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useApi } from "../api/context.ts";
import { useMay, useSession } from "../api/session.ts";
import { AskLink } from "../forms/ask-link.tsx";
import { ButtonLink } from "../page/button-link.tsx";
import { OwnAccount } from "../page/own-account.tsx";
import { Page } from "../page/page.tsx";
import { AccountUsers } from "../users/account-users.tsx";
import { HatList } from "./hat-list.tsx";

/** Who does what on the customer's side, what nobody does yet, and who could. */
export const TeamPage = () => <OwnAccount>{(account) => <Team account={account} />}</OwnAccount>;

function Team({ account }: { readonly account: string }) {
  const gaps = useSuspenseQuery(useApi().person.gaps.queryOptions({ account })).data;
  const open = gaps.hats.length;
  const first = customerHats.find(({ id }) => id === gaps.hats[0]?.hat)?.title ?? "";
  const { role } = useSession();
  return (
    <Page
      title={t`Team`}
      answer={
        open === 0
          ? t`Every hat your project needs is filled.`
          : open === 1
            ? t`One hat is not filled yet: ${first}.`
            : plural(open, { one: "# hat is not filled yet.", other: "# hats are not filled yet." })
      }
      actions={
        <>
          <ButtonLink to="/package-finder" variant="default">
            <Trans>Find a package</Trans>
          </ButtonLink>
          {useMay("person.add") ? (
            <AskLink ask="person" variant="filled">
              <Trans>Add a person</Trans>
            </AskLink>
          ) : null}
        </>
      }
    >
      <HatList account={account} />
      {role === "program-manager" ? <AccountUsers account={account} /> : null}
    </Page>
  );
}
