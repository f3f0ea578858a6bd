import { CalendarHeart, LocateFixed, Orbit } from 'lucide-react';
import { FINDABLE_TYPES, type FindableType } from '#core/find/findable';
import { isNarrow, type NarrowingProvince, NO_NARROWING } from '#core/find/narrowing';
import type { FindIndex, SceneIndex } from '#scene';
import { askPosition } from '../../adapters/visitor-position';
import type { MessageKey } from '../../i18n/messages';
import { useApp, useAppState } from '../../state/app-context';
import { ALL_PLACE_KINDS } from '../../state/layers';
import { kindKey } from '../kind-words';
import { useWords } from '../use-translate';
import { Choice, Toggle } from './FilterParts';
import styles from './find.module.css';

const TYPE_WORDS = {
  place: 'find.typeplace',
  route: 'find.typeroute',
  event: 'find.typeevent',
  product: 'find.typeproduct',
} as const satisfies Record<FindableType, MessageKey>;

const LEVELS = ['easy', 'moderate', 'hard', 'expert'] as const;
const LEVEL_WORDS = {
  easy: 'find.easy',
  moderate: 'find.moderate',
  hard: 'find.hard',
  expert: 'find.expert',
} as const satisfies Record<(typeof LEVELS)[number], MessageKey>;

/** What can be asked for beside a name. */
export function FindFilters(props: {
  readonly scene: SceneIndex;
  readonly index: FindIndex | null;
  /** Month of today in Vietnam, 1 to 12. */
  readonly presentMonth: number;
}) {
  const { scene, index, presentMonth } = props;
  const { actions } = useApp();
  const { t, text } = useWords();
  const { narrowing, alongRouteId } = useAppState((state) => state.view.find);
  const route = scene.routes.find(({ id }) => id === alongRouteId);
  return (
    <fieldset className={styles['filters']} aria-label={t('find.filters')}>
      <Toggle
        icon={<CalendarHeart aria-hidden size={16} />}
        isOn={narrowing.month === presentMonth}
        onChange={(isOn) => actions.narrow({ month: isOn ? presentMonth : null })}
      >
        {t('find.goodNow')}
      </Toggle>
      <Toggle
        icon={<Orbit aria-hidden size={16} />}
        isOn={narrowing.hasPanorama}
        onChange={(hasPanorama) => actions.narrow({ hasPanorama })}
      >
        {t('find.with360')}
      </Toggle>
      <NearMe />
      {route && (
        <Toggle isOn onChange={() => actions.find({ alongRouteId: null })}>
          {t('find.nearRoute', { route: text(route.name) })}
        </Toggle>
      )}
      <WhatChoice />
      <MonthChoice />
      <ProvinceChoice scene={scene} />
      <Choice
        label={t('find.people')}
        value={narrowing.people ?? ''}
        onChange={(people) => actions.narrow({ people: people === '' ? null : people })}
      >
        {index?.peoples.map(({ id, name }) => (
          <option key={id} value={id}>
            {text(name)}
          </option>
        ))}
      </Choice>
      <Choice
        label={t('find.difficulty')}
        value={narrowing.difficulty ?? ''}
        onChange={(level) => actions.narrow({ difficulty: level === '' ? null : level })}
      >
        {LEVELS.map((level) => (
          <option key={level} value={level}>
            {t(LEVEL_WORDS[level])}
          </option>
        ))}
      </Choice>
      {(isNarrow(narrowing) || route) && (
        <button
          type="button"
          className={styles['reset']}
          onClick={() => actions.find({ narrowing: NO_NARROWING, alongRouteId: null })}
        >
          {t('find.reset')}
        </button>
      )}
    </fieldset>
  );
}

/** The visitor's position is asked for on this tap, and nowhere else. */
function NearMe() {
  const { actions } = useApp();
  const { t } = useWords();
  const isOn = useAppState((state) => state.here !== null);
  const onChange = async (isWanted: boolean): Promise<void> => {
    if (!isWanted) return actions.hereBecame(null);
    const here = await askPosition();
    actions.hereBecame(here);
    if (here === null) actions.notify('find.nearMeRefused');
  };
  return (
    <Toggle
      icon={<LocateFixed aria-hidden size={16} />}
      isOn={isOn}
      onChange={(isWanted) => void onChange(isWanted)}
    >
      {t('find.nearMe')}
    </Toggle>
  );
}

/** Types of things, and kinds of places, in one list. */
function WhatChoice() {
  const { actions } = useApp();
  const { t } = useWords();
  const { types, kinds } = useAppState((state) => state.view.find.narrowing);
  const onChange = (value: string): void => {
    const type = FINDABLE_TYPES.find((one) => one === value);
    if (value === '') actions.narrow({ types: [], kinds: [] });
    else if (type) actions.narrow({ types: [type], kinds: [] });
    else actions.narrow({ types: ['place'], kinds: [value] });
  };
  return (
    <Choice label={t('find.type')} value={kinds[0] ?? types[0] ?? ''} onChange={onChange}>
      {FINDABLE_TYPES.map((type) => (
        <option key={type} value={type}>
          {t(TYPE_WORDS[type])}
        </option>
      ))}
      <optgroup label={t('find.typeplace')}>
        {ALL_PLACE_KINDS.map((kind) => {
          const key = kindKey(kind);
          return (
            <option key={kind} value={kind}>
              {key === null ? kind : t(key)}
            </option>
          );
        })}
      </optgroup>
    </Choice>
  );
}

function MonthChoice() {
  const { actions } = useApp();
  const { t, locale } = useWords();
  const month = useAppState((state) => state.view.find.narrowing.month);
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return (
    <Choice
      label={t('find.month')}
      value={month === null ? '' : String(month)}
      onChange={(value) => actions.narrow({ month: value === '' ? null : Number(value) })}
    >
      {Array.from({ length: 12 }, (_, i) => (
        // Months have no other name than their number.
        // biome-ignore lint/suspicious/noArrayIndexKey: the twelve months never change places
        <option key={i} value={i + 1}>
          {format.format(Date.UTC(2026, i, 1))}
        </option>
      ))}
    </Choice>
  );
}

function ProvinceChoice({ scene }: { readonly scene: SceneIndex }) {
  const { actions } = useApp();
  const { t, text } = useWords();
  const province = useAppState((state) => state.view.find.narrowing.province);
  const groups = [
    { era: 'present', label: t('find.provincesToday') },
    { era: 'before-2025', label: t('find.provincesBefore') },
  ] as const satisfies readonly { era: NarrowingProvince['era']; label: string }[];
  return (
    <Choice
      label={t('find.province')}
      value={province ? `${province.era}/${province.id}` : ''}
      onChange={(value) => {
        const [era, id] = value.split('/');
        const group = groups.find((one) => one.era === era);
        actions.narrow({ province: group && id ? { era: group.era, id } : null });
      }}
    >
      {groups.map(({ era, label }) => (
        <optgroup key={era} label={label}>
          {scene.provinces
            .filter((one) => one.era === era)
            .map(({ id, name }) => (
              <option key={id} value={`${era}/${id}`}>
                {text(name)}
              </option>
            ))}
        </optgroup>
      ))}
    </Choice>
  );
}
