/** Stands in until this page is made. */
export default function PreparePage() {
  return null;
}
