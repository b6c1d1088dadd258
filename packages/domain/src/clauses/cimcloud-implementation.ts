import type { Clause } from "./clause.ts";

/** IMPL: the plan of an implementation, from the order to live roll-out. */
export const implementationClauses: readonly Clause[] = [
  {
    id: "IMPL-1",
    title: "Stages and milestones",
    source: { document: "S3", section: "Implementation Stages – Details" },
    parts: [
      {
        origin: "seed",
        text: "An implementation has three stages: Getting Connected, from Order Placed to Connected; Implementation, from Connected to Go Live; and Live Roll-out, from Go Live on without an end.",
      },
    ],
    settings: ["implementation.milestones", "implementation.stages"],
  },
  {
    id: "IMPL-2",
    title: "Steps",
    source: { document: "S3", section: "Implementation Stages – Details" },
    parts: [
      {
        origin: "seed",
        text: "Getting Connected has five steps: assemble the core team, complete the deployment prerequisites (an ERP sync pre-install checklist and a configuration questionnaire), deploy the platform, and complete manager and then implementer onboarding. The deployment needs the prerequisites, and implementer onboarding needs the deployment.",
      },
      {
        origin: "seed",
        text: "Implementation is self-service work on content, product, settings and testing, with customizations if wanted. Live Roll-out is a cycle of promotion, onboarding, training, feedback and changes, for customers first and then for reps.",
      },
      {
        origin: "ours",
        text: "The source prints Step 5 twice, so every step also has an id with its stage, such as S1.5 and S2.5; the printed labels are kept.",
      },
      {
        origin: "ours",
        text: "A checklist that the source only names is one item to tick off; the practice may add the items it has in its policy.",
      },
    ],
    settings: ["implementation.steps", "implementation.teams", "implementation.checklists"],
  },
  {
    id: "IMPL-3",
    title: "The schedule of stage 1",
    source: { document: "S3", section: "Stage 1 – Getting Connected" },
    parts: [
      {
        origin: "seed",
        text: "With Select Connect, weeks count from the order date: core team and prerequisites in week 1, platform deployment and the start of manager onboarding in week 2, the ERP sync tool in week 3, and the rest of manager onboarding and all implementer onboarding in weeks 4 and 5.",
      },
      {
        origin: "seed",
        text: "Starter Connect can typically save 1 to 2 weeks by merging weeks 2 and 3 into week 2, and weeks 4 and 5 into week 3 and maybe 4.",
      },
    ],
    settings: ["implementation.steps"],
  },
  {
    id: "IMPL-4",
    title: "Target and forecast",
    source: null,
    parts: [
      {
        origin: "ours",
        text: "With Starter Connect, the last two steps are planned to end in week 3 and may last until week 4.",
      },
      {
        origin: "ours",
        text: "Week 1 begins on the order date, and each week has seven days. Connected is the last end of the steps of stage 1 that the project has, or the order date if it has none.",
      },
      {
        origin: "ours",
        text: "A step done ends on that day, and an unfinished one ends no earlier than today. The slip of a step is its forecast end less its target end; the largest delay among the steps it needs pushes it back, and an early end pulls nothing forward.",
      },
      {
        origin: "ours",
        text: "Target and forecast are kept apart. The days of each slip are marked as ours, theirs or neither by the side responsible for the step in which they arose, so days that a step was pushed stay with whoever caused them.",
      },
    ],
    settings: ["implementation.steps"],
  },
  {
    id: "IMPL-5",
    title: "Go Live is a range",
    source: { document: "S3", section: "Stage 2 – Implementation" },
    parts: [
      {
        origin: "seed",
        text: "How long the implementation takes depends entirely on the customer's team and its first goal; it varies from 30 days to more than 6 months.",
      },
      {
        origin: "ours",
        text: "Self-service implementation starts the day after Connected. Go Live is shown as a range from 30 days to 6 months after the forecast of Connected, open toward the end and never as a promise.",
      },
    ],
    settings: ["implementation.goLive"],
  },
  {
    id: "IMPL-6",
    title: "Later projects",
    source: { document: "S3", section: "Implementing More Features" },
    parts: [
      {
        origin: "seed",
        text: "The process repeats for each project. Assembling the core team typically recurs only when new software is bought, manager onboarding only on the first project or when the program or project manager changes, and stages 2 and 3 recur on every project.",
      },
      {
        origin: "ours",
        text: "Prerequisites and deployment recur when something must be deployed: on the first project, an ERP switch, a migration or a server move. Implementer onboarding recurs on the first project or when the lead implementer or an implementer changes.",
      },
    ],
    settings: ["implementation.steps", "implementation.projects"],
  },
];
