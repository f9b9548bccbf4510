/** A style sheet that is imported as text. */
declare module "*.css" {
  const sheet: string;
  export default sheet;
}
