import "@mantine/notifications/styles.layer.css";
import { Notifications } from "@mantine/notifications";

/** Where short confirmations appear. */
export function Notices() {
  return <Notifications position="top-right" />;
}
