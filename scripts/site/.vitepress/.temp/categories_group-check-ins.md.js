import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"群打卡","description":"群聊成员逐日打卡的活动。","frontmatter":{"title":"群打卡","description":"群聊成员逐日打卡的活动。","layout":"category","view":{"title":"群打卡","description":"群聊成员逐日打卡的活动。","operations":[{"id":"checkInActMissionDetail","title":"获取群打卡任务详情","method":"GET","path":"/open-api/check_in_act/mission/detail","call":"checkInAct.missionDetail"}]}},"headers":[],"relativePath":"categories/group-check-ins.md","filePath":"categories/group-check-ins.md"}');
const _sfc_main = { name: "categories/group-check-ins.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("categories/group-check-ins.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const groupCheckIns = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  groupCheckIns as default
};
