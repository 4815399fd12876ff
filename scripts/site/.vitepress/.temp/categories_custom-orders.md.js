import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"自定义订单管理","description":"企业在微伴中维护的订单、店铺和商品。","frontmatter":{"title":"自定义订单管理","description":"企业在微伴中维护的订单、店铺和商品。","layout":"category","view":{"title":"自定义订单管理","description":"企业在微伴中维护的订单、店铺和商品。","operations":[{"id":"batchRemoveItem","title":"批量删除商品信息","method":"POST","path":"/open-api/batch_remove_item","call":"batchRemoveItem"},{"id":"orderBatchRemove","title":"批量删除订单信息","method":"POST","path":"/open-api/order/batch_remove","call":"order.batchRemove"},{"id":"orderGetItemDetail","title":"获取商品信息详情","method":"POST","path":"/open-api/order/get_item_detail","call":"order.getItemDetail"},{"id":"orderGetItemList","title":"获取商品信息列表","method":"GET","path":"/open-api/order/get_item_list","call":"order.getItemList"},{"id":"orderGetShopDetail","title":"获取店铺信息详情","method":"POST","path":"/open-api/order/get_shop_detail","call":"order.getShopDetail"},{"id":"orderGetShopList","title":"获取店铺信息列表","method":"GET","path":"/open-api/order/get_shop_list","call":"order.getShopList"},{"id":"orderImportItem","title":"批量同步商品信息","method":"POST","path":"/open-api/order/import_item","call":"order.importItem"},{"id":"orderImportOrderV2","title":"批量同步订单信息v2","method":"POST","path":"/open-api/order/import_order_v2","call":"order.importOrderV2"},{"id":"orderImportShop","title":"批量同步店铺信息","method":"POST","path":"/open-api/order/import_shop","call":"order.importShop"},{"id":"orderList","title":"获取订单信息列表","method":"GET","path":"/open-api/order/list","call":"order.list"},{"id":"orderRemove","title":"订单信息删除","method":"GET","path":"/open-api/order/remove","call":"order.remove"},{"id":"orderShopRemove","title":"删除店铺信息","method":"GET","path":"/open-api/order/shop/remove","call":"order.shopRemove"}]}},"headers":[],"relativePath":"categories/custom-orders.md","filePath":"categories/custom-orders.md"}');
const _sfc_main = { name: "categories/custom-orders.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("categories/custom-orders.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const customOrders = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  customOrders as default
};
