/** The communities of a meet-up that exists: every change goes to the server at once. */
import { useState } from 'react';
import type { CommunityId } from '@ruimte/shared/ids';
import { LIMITS } from '@ruimte/shared/limits';
import type { ApiRequest, MeetupDetail } from '@ruimte/shared/protocol/api';
import type { Community } from '@ruimte/shared/schema/community';
import { useErrorSentence } from '../i18n/use-error.ts';
import { callApi } from '../model/api.ts';
import { asManager } from '../model/organiser.ts';
import { FieldError } from '../ui/Field.tsx';
import { CommunityList } from './CommunityList.tsx';

type Change = Omit<ApiRequest<'updateCommunity'>, 'id' | 'community'>;

/** The list, kept by what the server answers. */
export function EditCommunities({ meetup }: { readonly meetup: MeetupDetail }) {
  const { id } = meetup;
  const sentence = useErrorSentence();
  const [communities, setCommunities] = useState<readonly Community[]>(meetup.communities);
  const [error, setError] = useState<unknown>(undefined);

  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      setError(undefined);
      await work();
    } catch (failure) {
      setError(failure);
    }
  }
  function add(name: string): void {
    void attempt(async () => {
      const added = await asManager(id, (options) => callApi('addCommunity', { id, name }, options));
      setCommunities((now) => [...now.filter((each) => each.id !== added.id), added]);
    });
  }
  function update(community: CommunityId, change: Change): void {
    void attempt(async () => {
      const request = { id, community, ...change };
      setCommunities(await asManager(id, (options) => callApi('updateCommunity', request, options)));
    });
  }

  const shown = communities.filter((each) => each.mergedInto === undefined);
  return (
    <>
      <CommunityList
        communities={shown.map(({ id: key, name, number }) => ({ key, name, number }))}
        onAdd={add}
        onRename={(key, name) => update(key as CommunityId, { name })}
        onRemove={(key) => {
          const name = shown.find((each) => each.id === key)?.name ?? '';
          update(key as CommunityId, { remove: true });
          return () => add(name);
        }}
        onMerge={(key, into) => update(key as CommunityId, { mergeInto: into as CommunityId })}
        full={shown.length >= LIMITS.communities}
      />
      <FieldError error={sentence(error)} />
    </>
  );
}
