import "@mantine/notifications/styles.layer.css";
import { useMediaQuery } from "@mantine/hooks";
import { Notifications } from "@mantine/notifications";

/** Where short confirmations appear: away from a page's actions, which are on top, and on a phone from the bar below. */
export function Notices() {
  const wide = useMediaQuery("(min-width: 48em)", true, { getInitialValueInEffect: false });
  return <Notifications position={wide ? "bottom-right" : "top-right"} />;
}
