import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse(`{"title":"Staff broadcast records","description":"Records of the broadcasts that employees send themselves.","frontmatter":{"title":"Staff broadcast records","description":"Records of the broadcasts that employees send themselves.","layout":"category","view":{"title":"Staff broadcast records","description":"Records of the broadcasts that employees send themselves.","operations":[{"id":"perGroupMsgSingleList","title":"List broadcasts that staff created on their own","method":"GET","path":"/open-api/per/group_msg/single/list","call":"per.groupMsgSingleList"},{"id":"perGroupMsgSingleUserList","title":"List the results of one staff member's broadcast for each customer","method":"GET","path":"/open-api/per/group_msg/single/user/list","call":"per.groupMsgSingleUserList"}]}},"headers":[],"relativePath":"en/categories/staff-broadcast-records.md","filePath":"en/categories/staff-broadcast-records.md"}`);
const _sfc_main = { name: "en/categories/staff-broadcast-records.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("en/categories/staff-broadcast-records.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const staffBroadcastRecords = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  staffBroadcastRecords as default
};
