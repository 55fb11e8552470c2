import { t } from '../i18n/index.ts';
import type { MessageKey } from '../i18n/messages.ts';
import type { Manner } from '../store/selection.ts';
import { Icon } from '../ui/icon.tsx';
import { manner, mapHandle, type Tool, tool, toggleTool } from './tool.ts';

const tools: readonly { name: Tool; label: MessageKey; keys?: string }[] = [
  { name: 'move', label: 'map.move' },
  { name: 'box', label: 'map.box', keys: 'B' },
  { name: 'lasso', label: 'map.lasso', keys: 'L' },
];

const manners: readonly Manner[] = ['replace', 'add', 'remove'];

/** The ways of choosing on the map, and its zoom. */
export function MapTools() {
  return (
    <div class="tools" role="toolbar" aria-label={t('map.tools')}>
      <div class="tools__group">
        {tools.map(({ name, label, keys }) => (
          <button
            key={name}
            type="button"
            class="button button--icon"
            aria-label={t(label)}
            title={keys ? `${t(label)} (${keys})` : t(label)}
            aria-keyshortcuts={keys}
            aria-pressed={tool.value === name}
            onClick={() => (name === 'move' ? (tool.value = 'move') : toggleTool(name))}
          >
            <Icon name={name} />
          </button>
        ))}
        <button
          type="button"
          class="button button--icon"
          aria-label={t('map.in-view')}
          title={`${t('map.in-view')} (V)`}
          aria-keyshortcuts="V"
          onClick={() => mapHandle.value?.selectInView(manner.value)}
        >
          <Icon name="view" />
        </button>
      </div>
      <div class="tools__group">
        <button
          type="button"
          class="button button--icon"
          aria-label={t('map.zoom-in')}
          title={t('map.zoom-in')}
          onClick={() => mapHandle.value?.zoomBy(1)}
        >
          <Icon name="plus" />
        </button>
        <button
          type="button"
          class="button button--icon"
          aria-label={t('map.zoom-out')}
          title={t('map.zoom-out')}
          onClick={() => mapHandle.value?.zoomBy(-1)}
        >
          <Icon name="minus" />
        </button>
      </div>
      {tool.value !== 'move' && (
        <div class="tools__hint">
          <select
            aria-label={t('map.manner')}
            value={manner.value}
            onChange={({ currentTarget }) => (manner.value = currentTarget.value as Manner)}
          >
            {manners.map((one) => (
              <option key={one} value={one}>
                {t(`manner.${one}`)}
              </option>
            ))}
          </select>
          <p>{t(tool.value === 'box' ? 'map.box-hint' : 'map.lasso-hint')}</p>
        </div>
      )}
    </div>
  );
}
