import { NavLink, type NavLinkProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { ComponentProps } from "react";
import { useDestinations } from "./destinations.ts";

function Entry(props: NavLinkProps & Omit<ComponentProps<"a">, keyof NavLinkProps>) {
  return <NavLink component="a" {...props} />;
}

const RailLink = createLink(Entry);

export function Rail() {
  const destinations = useDestinations();
  return (
    <>
      {destinations.map(({ label, icon: Icon, link }) => (
        <RailLink
          key={label}
          {...link}
          label={label}
          leftSection={<Icon size={18} stroke={1.7} aria-hidden />}
          activeOptions={{ exact: link.to === "/", includeSearch: false }}
          activeProps={{ active: true }}
          style={{ borderRadius: "var(--mantine-radius-md)" }}
        />
      ))}
    </>
  );
}
