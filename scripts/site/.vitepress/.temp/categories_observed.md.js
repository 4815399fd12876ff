import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"无文档页面的接口","description":"仅见于公开的客户端代码的接口。","frontmatter":{"title":"无文档页面的接口","description":"仅见于公开的客户端代码的接口。","layout":"category","view":{"title":"无文档页面的接口","description":"仅见于公开的客户端代码的接口。","operations":[{"id":"externalUserStaffRelationList","title":"根据添加时间获取客户列表","method":"GET","path":"/open-api/external_user_staff_relation/list","call":"externalUserStaffRelation.list"},{"id":"groupChatSendMessage","title":"发送群消息","method":"POST","path":"/open-api/group_chat/send_message","call":"groupChat.sendMessage"},{"id":"orderBatchImportOrder","title":"批量订单信息同步接口","method":"POST","path":"/open-api/order/batch_import_order","call":"order.batchImportOrder"},{"id":"orderImportOrder","title":"订单信息同步接口","method":"POST","path":"/open-api/order/import_order","call":"order.importOrder"}]}},"headers":[],"relativePath":"categories/observed.md","filePath":"categories/observed.md"}');
const _sfc_main = { name: "categories/observed.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("categories/observed.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const observed = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  observed as default
};
