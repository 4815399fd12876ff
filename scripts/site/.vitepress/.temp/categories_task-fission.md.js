import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"企微任务宝","description":"客户邀请他人、获得奖励的活动。","frontmatter":{"title":"企微任务宝","description":"客户邀请他人、获得奖励的活动。","layout":"category","view":{"title":"企微任务宝","description":"客户邀请他人、获得奖励的活动。","operations":[{"id":"activityFissionMissionDetail","title":"获取企微任务宝任务详情","method":"GET","path":"/open-api/activity_fission/mission/detail","call":"activityFission.missionDetail"},{"id":"activityFissionMissionList","title":"获取企微任务宝活动列表","method":"GET","path":"/open-api/activity_fission/mission/list","call":"activityFission.missionList"},{"id":"externalUserActivityFissionList","title":"获取客户对应的企微任务宝数据列表","method":"GET","path":"/open-api/external_user/activity_fission/list","call":"externalUser.activityFissionList"}]}},"headers":[],"relativePath":"categories/task-fission.md","filePath":"categories/task-fission.md"}');
const _sfc_main = { name: "categories/task-fission.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("categories/task-fission.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const taskFission = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  taskFission as default
};
