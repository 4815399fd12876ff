import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Customer broadcasts","description":"Messages sent to many customers or customer groups, and their results.","frontmatter":{"title":"Customer broadcasts","description":"Messages sent to many customers or customer groups, and their results.","layout":"category","view":{"title":"Customer broadcasts","description":"Messages sent to many customers or customer groups, and their results.","operations":[{"id":"customerGroupMsgAdd","title":"Create a broadcast to group chats","method":"POST","path":"/open-api/customer_group_msg/add","call":"customerGroupMsg.add"},{"id":"customerGroupMsgResult","title":"List broadcasts to group chats with their counts","method":"GET","path":"/open-api/customer_group_msg/result","call":"customerGroupMsg.result"},{"id":"customerGroupMsgSubMissionResult","title":"List the results of broadcasts to group chats by staff member","method":"GET","path":"/open-api/customer_group_msg/sub_mission/result","call":"customerGroupMsg.subMissionResult"},{"id":"groupMsgAdd","title":"Create a broadcast to customers","method":"POST","path":"/open-api/group_msg/add","call":"groupMsg.add"},{"id":"groupMsgResult","title":"List broadcasts to customers with their counts","method":"GET","path":"/open-api/group_msg/result","call":"groupMsg.result"},{"id":"groupMsgSubMissionResult","title":"List the results of broadcasts to customers by staff member","method":"GET","path":"/open-api/group_msg/sub_mission/result","call":"groupMsg.subMissionResult"}]}},"headers":[],"relativePath":"en/categories/customer-broadcasts.md","filePath":"en/categories/customer-broadcasts.md"}');
const _sfc_main = { name: "en/categories/customer-broadcasts.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("en/categories/customer-broadcasts.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const customerBroadcasts = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  customerBroadcasts as default
};
