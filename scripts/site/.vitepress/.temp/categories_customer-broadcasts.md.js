import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"客户群发","description":"发给众多客户或客户群的消息及其结果。","frontmatter":{"title":"客户群发","description":"发给众多客户或客户群的消息及其结果。","layout":"category","view":{"title":"客户群发","description":"发给众多客户或客户群的消息及其结果。","operations":[{"id":"customerGroupMsgAdd","title":"客户群群发创建","method":"POST","path":"/open-api/customer_group_msg/add","call":"customerGroupMsg.add"},{"id":"customerGroupMsgResult","title":"群群发详情获取","method":"GET","path":"/open-api/customer_group_msg/result","call":"customerGroupMsg.result"},{"id":"customerGroupMsgSubMissionResult","title":"员工-群群发结果","method":"GET","path":"/open-api/customer_group_msg/sub_mission/result","call":"customerGroupMsg.subMissionResult"},{"id":"groupMsgAdd","title":"客户群发创建","method":"POST","path":"/open-api/group_msg/add","call":"groupMsg.add"},{"id":"groupMsgResult","title":"群发任务列表","method":"GET","path":"/open-api/group_msg/result","call":"groupMsg.result"},{"id":"groupMsgSubMissionResult","title":"员工群发结果","method":"GET","path":"/open-api/group_msg/sub_mission/result","call":"groupMsg.subMissionResult"}]}},"headers":[],"relativePath":"categories/customer-broadcasts.md","filePath":"categories/customer-broadcasts.md"}');
const _sfc_main = { name: "categories/customer-broadcasts.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("categories/customer-broadcasts.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const customerBroadcasts = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  customerBroadcasts as default
};
