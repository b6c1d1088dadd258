import { PageSkeleton } from "../page/page-skeleton.tsx";
import { Brand } from "./brand.tsx";
import classes from "./shell-skeleton.module.css";

/** The frame of the pages while it is on its way: everything stands where it will stand. */
export function ShellSkeleton() {
  return (
    <>
      <div className={classes.header} aria-hidden>
        <Brand />
      </div>
      <main className={classes.main}>
        <PageSkeleton />
      </main>
    </>
  );
}
