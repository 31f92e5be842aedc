/** Stands in until this page is made. */
export default function PhonePage() {
  return null;
}
