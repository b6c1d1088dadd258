import classes from "./brand.module.css";

export function Brand() {
  return (
    <span className={classes.brand}>
      <img src="/icon.svg" alt="" width={22} height={22} />
      cimpro
    </span>
  );
}
