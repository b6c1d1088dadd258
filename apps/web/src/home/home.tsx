import { lazy, Suspense } from "react";
import { useOwnAccount } from "../api/session.ts";
import { PageSkeleton } from "../page/page-skeleton.tsx";
import { HomePage } from "./home-page.tsx";

const CustomerHomePage = lazy(async () => ({
  default: (await import("../customer-home/customer-home-page.tsx")).CustomerHomePage,
}));

/** The first page, by who looks at it: the practice for the team, their own account for a customer's people. */
export function Home() {
  const account = useOwnAccount();
  if (account === null) return <HomePage />;
  return (
    <Suspense fallback={<PageSkeleton />}>
      <CustomerHomePage account={account} />
    </Suspense>
  );
}
