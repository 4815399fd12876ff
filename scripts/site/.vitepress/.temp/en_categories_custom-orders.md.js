import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Custom orders","description":"Orders, shops and goods that a company keeps in Weiban.","frontmatter":{"title":"Custom orders","description":"Orders, shops and goods that a company keeps in Weiban.","layout":"category","view":{"title":"Custom orders","description":"Orders, shops and goods that a company keeps in Weiban.","operations":[{"id":"batchRemoveItem","title":"Delete several items","method":"POST","path":"/open-api/batch_remove_item","call":"batchRemoveItem"},{"id":"orderBatchRemove","title":"Delete several orders","method":"POST","path":"/open-api/order/batch_remove","call":"order.batchRemove"},{"id":"orderGetItemDetail","title":"Get items by their ids","method":"POST","path":"/open-api/order/get_item_detail","call":"order.getItemDetail"},{"id":"orderGetItemList","title":"List items","method":"GET","path":"/open-api/order/get_item_list","call":"order.getItemList"},{"id":"orderGetShopDetail","title":"Get shops by their ids","method":"POST","path":"/open-api/order/get_shop_detail","call":"order.getShopDetail"},{"id":"orderGetShopList","title":"List shops","method":"GET","path":"/open-api/order/get_shop_list","call":"order.getShopList"},{"id":"orderImportItem","title":"Import items","method":"POST","path":"/open-api/order/import_item","call":"order.importItem"},{"id":"orderImportOrderV2","title":"Import orders","method":"POST","path":"/open-api/order/import_order_v2","call":"order.importOrderV2"},{"id":"orderImportShop","title":"Import shops","method":"POST","path":"/open-api/order/import_shop","call":"order.importShop"},{"id":"orderList","title":"List orders","method":"GET","path":"/open-api/order/list","call":"order.list"},{"id":"orderRemove","title":"Delete one order","method":"GET","path":"/open-api/order/remove","call":"order.remove"},{"id":"orderShopRemove","title":"Delete one shop","method":"GET","path":"/open-api/order/shop/remove","call":"order.shopRemove"}]}},"headers":[],"relativePath":"en/categories/custom-orders.md","filePath":"en/categories/custom-orders.md"}');
const _sfc_main = { name: "en/categories/custom-orders.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("en/categories/custom-orders.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const customOrders = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  customOrders as default
};
