import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"群裂变","description":"群成员邀请他人入群的活动。","frontmatter":{"title":"群裂变","description":"群成员邀请他人入群的活动。","layout":"category","view":{"title":"群裂变","description":"群成员邀请他人入群的活动。","operations":[{"id":"groupActivityFissionMissionList","title":"获取群裂变活动列表","method":"GET","path":"/open-api/group_activity_fission/mission/list","call":"groupActivityFission.missionList"}]}},"headers":[],"relativePath":"categories/group-fission.md","filePath":"categories/group-fission.md"}');
const _sfc_main = { name: "categories/group-fission.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("categories/group-fission.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const groupFission = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  groupFission as default
};
