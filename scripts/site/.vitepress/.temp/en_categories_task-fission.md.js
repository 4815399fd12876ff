import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Task fission","description":"Campaigns in which customers earn rewards for bringing others.","frontmatter":{"title":"Task fission","description":"Campaigns in which customers earn rewards for bringing others.","layout":"category","view":{"title":"Task fission","description":"Campaigns in which customers earn rewards for bringing others.","operations":[{"id":"activityFissionMissionDetail","title":"List the tasks of a task fission activity","method":"GET","path":"/open-api/activity_fission/mission/detail","call":"activityFission.missionDetail"},{"id":"activityFissionMissionList","title":"List task fission activities","method":"GET","path":"/open-api/activity_fission/mission/list","call":"activityFission.missionList"},{"id":"externalUserActivityFissionList","title":"List the fission tasks of a customer","method":"GET","path":"/open-api/external_user/activity_fission/list","call":"externalUser.activityFissionList"}]}},"headers":[],"relativePath":"en/categories/task-fission.md","filePath":"en/categories/task-fission.md"}');
const _sfc_main = { name: "en/categories/task-fission.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("en/categories/task-fission.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const taskFission = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  taskFission as default
};
