/** Stands in until this page is made. */
export default function SignInPage() {
  return null;
}
