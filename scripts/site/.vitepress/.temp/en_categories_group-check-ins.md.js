import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Group check ins","description":"Campaigns in which members of group chats check in every day.","frontmatter":{"title":"Group check ins","description":"Campaigns in which members of group chats check in every day.","layout":"category","view":{"title":"Group check ins","description":"Campaigns in which members of group chats check in every day.","operations":[{"id":"checkInActMissionDetail","title":"List the participants of a group check-in","method":"GET","path":"/open-api/check_in_act/mission/detail","call":"checkInAct.missionDetail"}]}},"headers":[],"relativePath":"en/categories/group-check-ins.md","filePath":"en/categories/group-check-ins.md"}');
const _sfc_main = { name: "en/categories/group-check-ins.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("en/categories/group-check-ins.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const groupCheckIns = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  groupCheckIns as default
};
