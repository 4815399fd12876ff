import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Observed","description":"Endpoints known from public client code only.","frontmatter":{"title":"Observed","description":"Endpoints known from public client code only.","layout":"category","view":{"title":"Observed","description":"Endpoints known from public client code only.","operations":[{"id":"externalUserStaffRelationList","title":"List customers by when an employee added them","method":"GET","path":"/open-api/external_user_staff_relation/list","call":"externalUserStaffRelation.list"},{"id":"groupChatSendMessage","title":"Send a message to a WeCom group chat","method":"POST","path":"/open-api/group_chat/send_message","call":"groupChat.sendMessage"},{"id":"orderBatchImportOrder","title":"Import several orders, first version","method":"POST","path":"/open-api/order/batch_import_order","call":"order.batchImportOrder"},{"id":"orderImportOrder","title":"Import one order, first version","method":"POST","path":"/open-api/order/import_order","call":"order.importOrder"}]}},"headers":[],"relativePath":"en/categories/observed.md","filePath":"en/categories/observed.md"}');
const _sfc_main = { name: "en/categories/observed.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("en/categories/observed.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const observed = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  observed as default
};
