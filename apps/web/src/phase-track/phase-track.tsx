import { Text, VisuallyHidden } from "@mantine/core";
import type { WorkStanding } from "../api/answers.ts";
import classes from "./phase-track.module.css";

const words = { past: "done", present: "under way", ahead: "to come" } as const;

/** How far a piece of work is: its phase by name, and all of them at a glance. */
export function PhaseTrack({ phases }: { readonly phases: WorkStanding["phases"] }) {
  const numbered = phases.filter(({ number }) => number !== null);
  const present = phases.find(({ state }) => state === "present");
  return (
    <div>
      <Text size="sm" component="div">
        {present?.title}
        <Text span inherit c="dimmed">
          {present === undefined || present.number === null
            ? ", all phases passed"
            : `, phase ${present.number} of ${numbered.length}`}
        </Text>
      </Text>
      <ol className={classes.track} aria-label="Phases">
        {numbered.map(({ phase, title, state }) => (
          <li key={phase} data-state={state} title={`${title}: ${words[state]}`}>
            <VisuallyHidden>
              {title}: {words[state]}
            </VisuallyHidden>
          </li>
        ))}
      </ol>
    </div>
  );
}
