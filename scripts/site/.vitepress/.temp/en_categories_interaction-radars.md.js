import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse(`{"title":"Interaction radars","description":"Interaction radars: links that report who opened them.","frontmatter":{"title":"Interaction radars","description":"Interaction radars: links that report who opened them.","layout":"category","view":{"title":"Interaction radars","description":"Interaction radars: links that report who opened them.","operations":[{"id":"interactRadarDetail","title":"Get one interaction radar","method":"GET","path":"/open-api/interact_radar/detail","call":"interactRadar.detail"},{"id":"interactRadarGroupList","title":"List the groups of one kind of radar","method":"GET","path":"/open-api/interact_radar/group/list","call":"interactRadar.groupList"},{"id":"interactRadarList","title":"List interaction radars of one kind","method":"GET","path":"/open-api/interact_radar/list","call":"interactRadar.list"},{"id":"interactRadarStatisticListV2","title":"List customers' visits to a radar","method":"GET","path":"/open-api/interact_radar/statistic/list/v2","call":"interactRadar.statisticListV2"},{"id":"interactRadarUpdate","title":"Update an interaction radar","method":"POST","path":"/open-api/interact_radar/update","call":"interactRadar.update"}]}},"headers":[],"relativePath":"en/categories/interaction-radars.md","filePath":"en/categories/interaction-radars.md"}`);
const _sfc_main = { name: "en/categories/interaction-radars.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("en/categories/interaction-radars.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const interactionRadars = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  interactionRadars as default
};
