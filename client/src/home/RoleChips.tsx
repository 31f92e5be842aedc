/** The role somebody may say they have: six at first, the rest behind "meer". */
import { useState } from 'react';
import { FIRST_ROLES, PARTICIPANT_ROLES } from '@ruimte/shared/content/roles';
import { commonTexts } from '../i18n/common.ts';
import { joinTexts } from '../i18n/join.ts';
import { useLocalized, useText } from '../i18n/use-text.ts';
import { RadioCards } from '../ui/RadioCards.tsx';

interface RoleChipsProps {
  readonly task: string | undefined;
  readonly onChange: (task: string) => void;
}

/** Radio chips; nothing is chosen until somebody does. */
export default function RoleChips({ task, onChange }: RoleChipsProps) {
  const text = useText(joinTexts);
  const common = useText(commonTexts);
  const say = useLocalized();
  const [all, setAll] = useState(false);
  const shown = all ? PARTICIPANT_ROLES : PARTICIPANT_ROLES.slice(0, FIRST_ROLES);
  return (
    <div className="join-roles">
      <RadioCards
        look="chip"
        legend={text.role}
        note={common.optional}
        choices={shown.map((role) => ({ value: role.id, content: say(role.label) }))}
        value={task}
        onChange={onChange}
      />
      {!all && (
        <button type="button" className="join-else" onClick={() => setAll(true)}>
          {common.more}
        </button>
      )}
    </div>
  );
}
