/** "Ik heb een code": the short code from the screen in the hall. */
import { type FormEvent, useState } from 'react';
import { homeTexts } from '../i18n/home.ts';
import { useText } from '../i18n/use-text.ts';
import { navigate } from '../navigation.tsx';
import { Button } from '../ui/Button.tsx';
import { TextInput } from '../ui/Field.tsx';
import { joinByCode } from './entrance.ts';

/** Leads to the join page; the server forgives case, spaces, and O for 0. */
export function CodeForm() {
  const { code: text } = useText(homeTexts);
  const [code, setCode] = useState('');
  const [pressed, setPressed] = useState(false);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setPressed(true);
    if (code.trim() !== '') navigate(joinByCode(code.trim()));
  }

  return (
    <form className="code-form" onSubmit={submit} noValidate>
      <TextInput
        className="code-input"
        label={text.label}
        hint={text.hint}
        error={pressed && code.trim() === '' ? text.missing : undefined}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={24}
      />
      <Button type="submit" kind="primary" size="large">
        {text.enter}
      </Button>
    </form>
  );
}
