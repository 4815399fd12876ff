import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"员工个人群发记录管理","description":"员工自行发起的群发记录。","frontmatter":{"title":"员工个人群发记录管理","description":"员工自行发起的群发记录。","layout":"category","view":{"title":"员工个人群发记录管理","description":"员工自行发起的群发记录。","operations":[{"id":"perGroupMsgSingleList","title":"获取员工个人群发记录列表","method":"GET","path":"/open-api/per/group_msg/single/list","call":"per.groupMsgSingleList"},{"id":"perGroupMsgSingleUserList","title":"获取员工个人群发记录结果列表","method":"GET","path":"/open-api/per/group_msg/single/user/list","call":"per.groupMsgSingleUserList"}]}},"headers":[],"relativePath":"categories/staff-broadcast-records.md","filePath":"categories/staff-broadcast-records.md"}');
const _sfc_main = { name: "categories/staff-broadcast-records.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("categories/staff-broadcast-records.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const staffBroadcastRecords = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  staffBroadcastRecords as default
};
