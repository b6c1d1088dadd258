import classes from "./brand.module.css";

// A name is the same in every language.
const name = "cimpro";

export function Brand() {
  return (
    <span className={classes.brand}>
      <img src="/icon.svg" alt="" width={22} height={22} />
      {name}
    </span>
  );
}
