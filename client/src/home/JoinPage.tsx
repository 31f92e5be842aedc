/** Stands in until this page is made. */
export default function JoinPage() {
  return null;
}
