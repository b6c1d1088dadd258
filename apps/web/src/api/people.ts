import { addDays } from "@cimpro/domain";
import { useQuery } from "@tanstack/react-query";
import { useApi } from "./context.ts";
import { useMay, useSession } from "./session.ts";

/** How far back a worker without a sign-in is still offered. */
const workedWithinDays = 400;

/** Whose time can be looked at or logged: the team's users, whoever worked of late, and oneself. */
export function useWorkers(): readonly string[] {
  const { name, today } = useSession();
  const api = useApi();
  const team =
    useQuery({ ...api.user.list.queryOptions({ limit: 500 }), enabled: useMay("user.list") }).data?.items ?? [];
  const worked = useQuery({
    ...api.report.utilisation.queryOptions({ from: addDays(today, -workedWithinDays), to: today }),
    enabled: useMay("report.utilisation"),
    staleTime: 300_000,
  }).data;
  const users = team.filter(({ account, state }) => account === null && state !== "disabled");
  return [
    ...new Set([name, ...users.map((user) => user.name), ...(worked?.workers ?? []).map(({ worker }) => worker)]),
  ];
}

/** The people whose statement something may be: the team's, or those of an account. */
export function usePeopleOf(account: string, side: "team" | "customer"): readonly string[] {
  const api = useApi();
  const mayList = useMay("user.list");
  const team = useQuery({ ...api.user.list.queryOptions({ limit: 500 }), enabled: mayList && side === "team" }).data;
  const users = useQuery({
    ...api.user.list.queryOptions({ account, limit: 500 }),
    enabled: mayList && side === "customer",
  }).data;
  const people = useQuery({ ...api.person.list.queryOptions({ account }), enabled: side === "customer" }).data;
  const signIn = ((side === "team" ? team : users)?.items ?? []).filter(
    (user) => user.state !== "disabled" && (user.account === null) === (side === "team"),
  );
  const others = (people?.items ?? []).filter(({ active }) => active);
  return [...new Set([...signIn, ...others].map(({ name }) => name))];
}
